package dev.dateline.pipeline.route;

/** An expression that cannot be read: says where, what and how to mend it. */
public final class RouteSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int position;
    private final String mend;

    /**
     * @param position index of the character that is wrong, from 0
     * @param problem what is wrong there
     * @param mend what to write instead
     */
    RouteSyntaxException(int position, String problem, String mend) {
        super(problem);
        this.position = position;
        this.mend = mend;
    }

    public int position() {
        return position;
    }

    public String mend() {
        return mend;
    }

    /** The place for people: the character's number from 1 and what stands there. */
    public String place(String expression) {
        var rest = expression.substring(Math.min(position, expression.length()));
        return "character " + (position + 1) + (rest.isBlank() ? ", at the end" : ", before " + start(rest.strip()));
    }

    private static String start(String rest) {
        return rest.length() <= 20 ? rest : rest.substring(0, 20) + "...";
    }
}

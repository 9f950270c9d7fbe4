package dev.dateline.runtime;

/**
 * Something that keeps a program from starting, in the words of who has to mend it.
 *
 * @param place the setting, with file and line where there is one
 * @param what what is wrong there
 * @param mend what to do about it
 */
public record Problem(String place, String what, String mend) {
    @Override
    public String toString() {
        return place + ": " + what + (mend.isEmpty() ? "" : "\n      " + mend);
    }
}

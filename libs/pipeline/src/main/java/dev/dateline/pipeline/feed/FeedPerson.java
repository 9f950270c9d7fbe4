package dev.dateline.pipeline.feed;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a feed names, as it names them; at least one of the three is there.
 *
 * @param name may hold markup
 * @param url absolute
 */
public record FeedPerson(
        @Nullable String name,
        @Nullable String email,
        @Nullable String url) {
    /** {@code mail@host (Name)}, as RSS 2.0 writes authors. */
    private static final Pattern MAIL_AND_NAME = Pattern.compile("^([^\\s@()]+@[^\\s()]+)\\s*\\((.+)\\)$");
    /** {@code Name <mail@host>}, as mail does. */
    private static final Pattern NAME_AND_MAIL = Pattern.compile("^\"?([^<>@\"]+?)\"?\\s*<([^\\s@<>]+@[^\\s<>]+)>$");

    private static final Pattern MAIL = Pattern.compile("^(?:mailto:)?([^\\s@<>()]+@[^\\s@<>()]+)$");

    /** Gives a person when anything is known of them. */
    static Stream<FeedPerson> of(Optional<String> name, Optional<String> email, Optional<String> url) {
        return name.isEmpty() && email.isEmpty() && url.isEmpty()
                ? Stream.empty()
                : Stream.of(new FeedPerson(name.orElse(null), email.orElse(null), url.orElse(null)));
    }

    /** Reads a person who is written on one line: a name, an address of mail, or both. */
    static Stream<FeedPerson> written(String line) {
        var text = line.strip();
        if (text.isEmpty()) {
            return Stream.empty();
        }
        var mailFirst = MAIL_AND_NAME.matcher(text);
        if (mailFirst.matches()) {
            return Stream.of(new FeedPerson(mailFirst.group(2).strip(), mailFirst.group(1), null));
        }
        var nameFirst = NAME_AND_MAIL.matcher(text);
        if (nameFirst.matches()) {
            return Stream.of(new FeedPerson(nameFirst.group(1).strip(), nameFirst.group(2), null));
        }
        var mail = MAIL.matcher(text);
        return Stream.of(mail.matches() ? new FeedPerson(null, mail.group(1), null) : new FeedPerson(text, null, null));
    }

    /** Gives what to call them: the name, else the address of mail. */
    public Optional<String> called() {
        return Optional.ofNullable(name).or(() -> Optional.ofNullable(email));
    }
}

package dev.dateline.standalone.archive;

import java.util.Locale;

/** Why a record of an archive is no page to import. */
enum WhyNot {
    /** A request, metadata, an answer that is like an earlier one, and what else archives hold. */
    NO_ANSWER,
    /** A redirect or an error. */
    OTHER_STATUS,
    NOT_HTML,
    /** The archive holds a part of it only. */
    TRUNCATED,
    TOO_LARGE,
    /** In an encoding that nobody asked for, or broken. */
    UNREADABLE,
    NO_WEB_ADDRESS;

    /** The word for it in the report. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

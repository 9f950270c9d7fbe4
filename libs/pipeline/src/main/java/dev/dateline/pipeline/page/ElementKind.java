package dev.dateline.pipeline.page;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/** What the HTML standard (13.2.6) says of the elements of one name: what their tags do to the tree of a page. */
final class ElementKind {
    /** What a start tag does in the body. */
    enum Start {
        ORDINARY,
        BLOCK,
        HEADING,
        PREFORMATTED,
        FORM,
        ITEM,
        TERM,
        BUTTON,
        LINK,
        FORMATTING,
        EMBEDDED,
        EMPTY,
        SOURCE,
        INPUT,
        RULE,
        SELECT,
        OPTION,
        TABLE,
        TABLE_PART,
        HEAD_PART,
        RAW,
        HTML,
        HEAD,
        BODY,
        NOSCRIPT,
        TEMPLATE,
        /** Something that is left to the parser. */
        UNSURE
    }

    /** What an end tag does in the body. */
    enum End {
        ORDINARY,
        BLOCK,
        HEADING,
        PARAGRAPH,
        ITEM,
        TERM,
        FORM,
        FORMATTING,
        EMBEDDED,
        BREAK,
        /** Of a table or a part of one. */
        TABLE,
        HEAD,
        BODY,
        HTML,
        NOSCRIPT,
        TEMPLATE,
        UNSURE
    }

    /** What else there is to know. */
    enum Trait {
        /** Is of the category "special". */
        SPECIAL,
        /** Ends the scope that others are looked for in. */
        SCOPE,
        /** Its end tag may be implied. */
        IMPLIED_END,
        /** Has no content. */
        VOID,
        /** Is a table or a part of one, or a template, which none reaches out of. */
        TABLE,
        /** Is a table or a part of one that holds parts only. */
        TABLE_FRAME,
        /** Is a group of rows in a table. */
        ROW_GROUP,
        /** Is a part of a table that holds what a body holds. */
        CELL,
        /** Begins and ends a block of text for {@link BlockReader}. */
        EDGE,
        /** Nothing of it is seen: text goes on behind it. */
        UNSEEN
    }

    private static final Map<String, ElementKind> KNOWN = new HashMap<>();
    private static final NameTable<ElementKind> TABLE;

    static {
        starts(
                Start.BLOCK,
                "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer"
                        + " header hgroup main menu nav ol p search section summary ul");
        starts(Start.HEADING, "h1 h2 h3 h4 h5 h6");
        starts(Start.PREFORMATTED, "pre listing");
        starts(Start.TERM, "dd dt");
        starts(Start.FORMATTING, "b big code em font i s small strike strong tt u");
        starts(Start.EMBEDDED, "applet marquee object");
        starts(Start.EMPTY, "area br embed img keygen wbr");
        starts(Start.SOURCE, "param source track");
        starts(Start.TABLE_PART, "caption col colgroup tbody td tfoot th thead tr");
        starts(Start.HEAD_PART, "base basefont bgsound link meta");
        starts(Start.RAW, "script style title textarea xmp iframe noembed noframes");
        starts(Start.UNSURE, "frame frameset nobr image math svg rb rp rt rtc optgroup plaintext");
        for (var start : EnumSet.of(
                Start.FORM,
                Start.TEMPLATE,
                Start.BUTTON,
                Start.INPUT,
                Start.SELECT,
                Start.OPTION,
                Start.TABLE,
                Start.HTML)) {
            starts(start, start.name());
        }
        starts(Start.HEAD, "head");
        starts(Start.BODY, "body");
        starts(Start.NOSCRIPT, "noscript");
        starts(Start.ITEM, "li");
        starts(Start.LINK, "a");
        starts(Start.RULE, "hr");
        starts(
                Start.ORDINARY,
                "span abbr acronym audio bdi bdo canvas cite data datalist del dfn ins kbd label legend map mark meter"
                        + " output picture progress q ruby samp slot sub sup time var video");
        ends(
                End.BLOCK,
                "address article aside blockquote button center details dialog dir div dl fieldset figcaption figure"
                        + " footer header hgroup listing main menu nav ol pre search section select summary ul");
        ends(End.HEADING, "h1 h2 h3 h4 h5 h6");
        ends(End.TERM, "dd dt");
        ends(End.FORMATTING, "a b big code em font i s small strike strong tt u");
        ends(End.EMBEDDED, "applet marquee object");
        ends(End.UNSURE, "nobr");
        ends(End.TABLE, "table caption col colgroup tbody td tfoot th thead tr");
        ends(End.PARAGRAPH, "p");
        ends(End.ITEM, "li");
        ends(End.BREAK, "br");
        for (var end : EnumSet.of(End.FORM, End.TEMPLATE, End.HEAD, End.BODY, End.HTML, End.NOSCRIPT)) {
            ends(end, end.name());
        }
        have(
                Trait.SPECIAL,
                "address applet area article aside base basefont bgsound blockquote body br button caption center col"
                        + " colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame"
                        + " frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link"
                        + " listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext"
                        + " pre script search section select source style summary table tbody td template textarea"
                        + " tfoot th thead title tr track ul wbr xmp");
        have(Trait.SCOPE, "applet caption html table td th marquee object select template");
        have(Trait.IMPLIED_END, "dd dt li optgroup option p rb rp rt rtc");
        have(
                Trait.VOID,
                "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr");
        have(
                Trait.EDGE,
                "html head body br div p section article header footer nav aside main h1 h2 h3 h4 h5 h6 ul ol li dl dt"
                        + " dd table tbody thead tfoot tr form fieldset figure figcaption blockquote hr option");
        have(Trait.UNSEEN, "script style meta link title base");
        have(Trait.TABLE, "template table tbody tfoot thead tr colgroup td th caption");
        have(Trait.TABLE_FRAME, "table tbody tfoot thead tr colgroup");
        have(Trait.ROW_GROUP, "tbody tfoot thead");
        have(Trait.CELL, "td th caption");
        TABLE = new NameTable<>(KNOWN);
    }

    final String name;
    final Tag tag;
    private final byte[] bytes;
    private int traits;
    private Start start = Start.ORDINARY;
    private End end = End.ORDINARY;

    private ElementKind(String name) {
        this.name = name;
        this.tag = Tag.valueOf(name, Parser.NamespaceHtml, ParseSettings.htmlDefault);
        this.bytes = name.getBytes(StandardCharsets.UTF_8);
    }

    /** The name, in lower case. */
    byte[] bytes() {
        return bytes;
    }

    Start start() {
        return start;
    }

    End end() {
        return end;
    }

    boolean is(Trait trait) {
        return (traits & 1 << trait.ordinal()) != 0;
    }

    /** The kind of the elements of a name that the standard knows. */
    static ElementKind of(String name) {
        return Objects.requireNonNull(KNOWN.get(name), name);
    }

    /** The kind of the elements whose name stands between two places, or null when the standard knows none. */
    static @Nullable ElementKind of(long number, byte[] page, int from, int to) {
        return TABLE.of(number, page, from, to);
    }

    /** Makes a kind of elements that the standard does not know: they are like those that mean nothing. */
    static ElementKind unknown(String name) {
        return new ElementKind(name);
    }

    private static ElementKind named(String name) {
        return KNOWN.computeIfAbsent(name.toLowerCase(Locale.ROOT), ElementKind::new);
    }

    private static void starts(Start start, String names) {
        for (var name : names.split(" ")) {
            named(name).start = start;
        }
    }

    private static void ends(End end, String names) {
        for (var name : names.split(" ")) {
            named(name).end = end;
        }
    }

    private static void have(Trait trait, String names) {
        for (var name : names.split(" ")) {
            named(name).traits |= 1 << trait.ordinal();
        }
    }
}

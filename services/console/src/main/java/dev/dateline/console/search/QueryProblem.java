package dev.dateline.console.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a request, in words for who made it.
 *
 * @param parameter where it is wrong
 * @param detail what is wrong and what would be right
 * @param position index of the character that is wrong, in UTF-16 code units from 0; null where that says nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueryProblem(
        String parameter, String detail, @Nullable Integer position) {
    public QueryProblem(String parameter, String detail) {
        this(parameter, detail, null);
    }
}

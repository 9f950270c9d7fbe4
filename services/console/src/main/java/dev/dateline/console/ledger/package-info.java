/**
 * Checks that each stage leaves exactly one trace of every record that it has read. Start with
 * {@link dev.dateline.console.ledger.LedgerCheck}.
 */
@NullMarked
package dev.dateline.console.ledger;

import org.jspecify.annotations.NullMarked;

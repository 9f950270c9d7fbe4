/** All about one article, read from Kafka when someone asks. Start with {@link dev.dateline.console.dossier.Dossiers}. */
@NullMarked
package dev.dateline.console.dossier;

import org.jspecify.annotations.NullMarked;

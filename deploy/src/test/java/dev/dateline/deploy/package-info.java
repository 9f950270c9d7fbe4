/** Holds what is deployed against the code that it runs. Start with {@link dev.dateline.deploy.ManifestsTest}. */
package dev.dateline.deploy;

/**
 * What an earlier version left behind, and what the present one makes of it. Start with {@link
 * dev.dateline.standalone.upgrade.UpgradeIT}; {@link dev.dateline.standalone.upgrade.ReleaseRecorder} makes what is kept of a version.
 */
package dev.dateline.standalone.upgrade;

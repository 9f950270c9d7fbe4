/**
 * Makes the gazetteer's resource of cities and first-level divisions from GeoNames data. Start with {@link
 * dev.dateline.pipeline.tag.region.geonames.GeoNamesGenerator}, whose comment has the commands.
 */
package dev.dateline.pipeline.tag.region.geonames;

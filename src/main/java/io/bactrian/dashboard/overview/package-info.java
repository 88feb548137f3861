/** The page that tells how it goes. */
package io.bactrian.dashboard.overview;

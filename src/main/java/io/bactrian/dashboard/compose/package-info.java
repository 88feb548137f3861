/** Where operators send texts. */
package io.bactrian.dashboard.compose;

/** Long lists, a page at a time. */
package io.bactrian.paging;

/** Pages as a browser shows them. The tests need Chromium and its driver, and are skipped where they are not. */
package io.bactrian.browser;

/** Who may log in to the dashboard, and as what. */
package io.bactrian.accounts;

/** The page on which admins say who may log in. */
package io.bactrian.dashboard.accounts;

/** Who may call what, and how callers prove who they are. */
package io.bactrian.security;

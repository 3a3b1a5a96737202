package org.skypatch.guilty.names.alert;

/** Guilty: has a name that says nothing. */
class AlertManager {}

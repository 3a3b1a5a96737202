package org.skypatch.guilty.transaction.alert;

import jakarta.transaction.Transactional;

/** Guilty: a core class outside the pipeline that begins a transaction. */
class BeginsATransaction {
    @Transactional
    void run() {}
}

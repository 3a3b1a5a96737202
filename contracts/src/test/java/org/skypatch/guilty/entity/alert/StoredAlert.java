package org.skypatch.guilty.entity.alert;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Guilty: a core class that is a table row. */
@Entity
class StoredAlert {
    @Id
    long id;
}

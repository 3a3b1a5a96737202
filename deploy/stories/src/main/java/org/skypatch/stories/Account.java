package org.skypatch.stories;

import java.util.Locale;

/** Who calls: a machine of a customs administration, or a person. All of them exist in the local realm only. */
public sealed interface Account {

    /** A client with a secret of its own. */
    record Machine(String clientId) implements Account {
        @Override
        public String toString() {
            return clientId;
        }
    }

    /** A user, who signs in through the console's client. */
    record Person(String userName) implements Account {
        @Override
        public String toString() {
            return userName;
        }
    }

    /** Sets clocks and says who reports what. */
    Account ADMIN = new Person("admin");

    /** The client of this country's customs. */
    static Account customs(String country) {
        return new Machine("customs-" + country.toLowerCase(Locale.ROOT));
    }

    /** The client of an administration as events name it: {@code KR-customs}. */
    static Account reporter(String administration) {
        if (!administration.endsWith("-customs")) {
            throw new IllegalArgumentException(administration + " has no client to report with");
        }
        return customs(administration.substring(0, administration.length() - "-customs".length()));
    }

    /** The National Ozone Unit's user. */
    static Account ozoneUnit(String country) {
        return new Person("nou." + country.toLowerCase(Locale.ROOT));
    }

    /** The Basel competent authority's user. */
    static Account competentAuthority(String country) {
        return new Person("ca." + country.toLowerCase(Locale.ROOT));
    }
}

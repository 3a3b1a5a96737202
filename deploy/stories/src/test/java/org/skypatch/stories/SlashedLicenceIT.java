package org.skypatch.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Licence numbers are kept as typed, with their slashes, through proxy, services and queries. */
@ExtendWith(OnTheWholeSystem.class)
class SlashedLicenceIT {

    private static final String LICENCE = "KE/KE/ODS/26/044";
    private static final String REFERENCE = "6AE100000001-26-311";

    @Test
    void a_number_with_slashes_is_stored_read_drawn_and_found(Skypatch skypatch) {
        Story story = Scenarios.load("07-diverted");
        Player player = new Player(skypatch, Progress.silent(), Patience.ofStories());
        player.load(story);
        player.report(new Story(
                story.name(),
                story.sentence(),
                story.records(),
                List.of(story.lines().getFirst()),
                story.expectations()));
        Inbox customs = new Inbox(skypatch, Account.customs("AE"));
        String movement = customs.movement(REFERENCE);

        Answer licence = skypatch.get(Account.ozoneUnit("KE"), "/registry/v1/licences/KE/KE%2FODS%2F26%2F044");
        assertThat(licence.orFail().json().path("number").asText()).isEqualTo("KE/ODS/26/044");

        Answer balance = Patience.ofStories()
                .until(
                        () -> skypatch.get(
                                Account.ozoneUnit("KE"), "/tracking/v1/balances?licence=" + Skypatch.encoded(LICENCE)),
                        answer -> answer.isGood() && drawnOrPending(answer).signum() > 0);
        assertThat(drawnOrPending(balance.orFail())).isEqualByComparingTo("11300");

        assertThat(customs.movements("licence=" + Skypatch.encoded(LICENCE))).containsExactly(movement);
        assertThat(customs.movements("licence=" + LICENCE)).containsExactly(movement);
        assertThat(customs.movements("licence=" + Skypatch.encoded("KE/KE/ODS/26/045")))
                .isEmpty();
    }

    private static BigDecimal drawnOrPending(Answer answer) {
        Observed.Balance balance = Observed.Balance.of(answer.json());
        return balance.drawnKg().add(balance.pendingKg());
    }
}

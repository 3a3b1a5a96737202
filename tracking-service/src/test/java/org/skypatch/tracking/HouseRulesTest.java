package org.skypatch.tracking;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.skypatch.contracts.house.HouseRules;

class HouseRulesTest {

    @TestFactory
    Stream<DynamicTest> keeps_the_house_rules() {
        return HouseRules.of("org.skypatch.tracking").tests();
    }
}

package org.skypatch.contracts.balance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * The balance of a licence, a notification or a quota as it travels on {@code balances}; tracking alone keeps it. The
 * record key of the topic is {@code record}, compacted: the highest revision is the balance.
 *
 * @param id name-based: a repetition carries the same id
 * @param record the registry record that grants, as {@code <kind>:<key>} such as {@code licence:TH/TH-HCFC-2026-00017},
 *     {@code notification:PH/PH 0000 000012} or {@code quota:TH/2026/C-I}
 * @param revision rises with every change
 * @param asOf when it became so, by the business clock
 * @param drawn by movements that have arrived, or were seized
 * @param pending by movements under way
 * @param left granted less drawn and pending; below zero if overdrawn
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BalanceChanged(
        UUID id,
        String record,
        long revision,
        Instant asOf,
        Amounts granted,
        Amounts drawn,
        Amounts pending,
        Amounts left) {}

"""The SQL of the waiting list. ``:now`` is always the injected clock's."""

from sqlalchemy import text

JOIN = text("""
    INSERT INTO waiting_list (code, key, fingerprint, person_key, office_id, channel, service, need, not_before,
                              not_after, part_of_day, language, email, origin, status, joined_at, queued_at, offers)
    VALUES (:code, :key, :fingerprint, :person, :office, :channel, :service, :need, :not_before,
            :not_after, :part_of_day, :language, :email, :origin, 'waiting', :now, :now, 0)
    RETURNING id, code
""")

_SHOW = """
    SELECT ticket.*, seat.slot_id, seat.starts_at, seat.ends_at, seat.timezone,
           (SELECT count(*) FROM waiting_list AS ahead
            WHERE ahead.status = 'waiting' AND ahead.office_id = ticket.office_id AND ahead.channel = ticket.channel
              AND (ahead.queued_at, ahead.id) <= (ticket.queued_at, ticket.id)) AS position
    FROM waiting_list AS ticket LEFT JOIN seats AS seat ON seat.hold_id = ticket.offer_hold
"""

FIND = text(_SHOW + "WHERE ticket.code = :code AND ticket.person_key = :person")
BY_KEY = text(_SHOW + "WHERE ticket.key = :key")

LEAVE = text("""
    WITH ticket AS (
        SELECT id, offer_hold FROM waiting_list
        WHERE code = :code AND person_key = :person AND status IN ('waiting', 'offered')
        FOR UPDATE
    ), gone AS (
        UPDATE waiting_list
        SET status = 'left', email = NULL, origin = NULL, offer_hold = NULL, offer_slot = NULL, offer_expires_at = NULL
        FROM ticket WHERE waiting_list.id = ticket.id
    )
    SELECT offer_hold AS offered FROM ticket
""")
"""``offered``: the seat to free, see FREE_OFFERED of the appointments."""

LAPSE = text("""
    WITH over AS (
        SELECT id FROM waiting_list WHERE status = 'offered' AND offer_expires_at <= :now
        ORDER BY offer_expires_at, id FOR UPDATE SKIP LOCKED
    )
    UPDATE waiting_list
    SET status = CASE WHEN offers < :each THEN 'waiting' ELSE 'lapsed' END, queued_at = :now,
        offer_hold = NULL, offer_slot = NULL, offer_expires_at = NULL
    FROM over WHERE waiting_list.id = over.id
    RETURNING waiting_list.*
""")

WITHDRAW = text("""
    WITH offered AS (
        SELECT id, code, offer_hold FROM waiting_list WHERE offer_hold = ANY(:holds) AND offer_expires_at > :now
        FOR UPDATE
    )
    UPDATE waiting_list
    SET status = 'waiting', offers = offers - 1, offer_hold = NULL, offer_slot = NULL, offer_expires_at = NULL
    FROM offered WHERE waiting_list.id = offered.id
    RETURNING offered.code, offered.offer_hold AS hold
""")
"""Withdraw offers whose seats are gone: it is nobody's fault, so each person keeps the place in the line.

After the statement that takes the seats: it may have waited for an offer, and does not see its ticket.
"""

FORGET_ADDRESSES = text("""
    UPDATE waiting_list SET email = NULL, origin = NULL
    WHERE status = 'lapsed' AND (email IS NOT NULL OR origin IS NOT NULL)
""")

LINES = text("SELECT DISTINCT office_id, channel FROM waiting_list WHERE status = 'waiting'")

TRY_LINE = text("SELECT pg_try_advisory_xact_lock(hashtextextended(:line, 20261125))")
"""Only one process at a time offers the seats of a line, so that they go in order."""

LINE = text("""
    SELECT * FROM waiting_list WHERE status = 'waiting' AND office_id = :office AND channel = :channel
    ORDER BY queued_at, id
""")

STILL_WAITS = text("SELECT id FROM waiting_list WHERE id = :ticket AND status = 'waiting' FOR UPDATE SKIP LOCKED")
"""Lock a place before an offer: people who leave or are served at this moment are skipped."""

TAKEN = text("""
    SELECT slot_id, count(*) AS seats FROM seats
    WHERE office_id = :office AND channel = :channel AND starts_at > :now
      AND (state = 'booked' OR expires_at > :now)
    GROUP BY slot_id
""")

OFFER = text("""
    WITH claimed AS (
        INSERT INTO seats (slot_id, seat, office_id, channel, starts_at, ends_at, timezone, state, hold_id, holder,
                           expires_at, free_at, held_since, person_key, origin, reserved)
        SELECT CAST(:slot AS varchar), desk.seat, CAST(:office AS varchar), CAST(:channel AS varchar), :starts_at,
               :ends_at, :timezone, 'held', CAST(:hold AS varchar), :holder,
               :expires_at, :expires_at + CAST(:delay AS interval), :now, :person, CAST(:origin AS varchar), true
        FROM generate_series(0, CAST(:desks AS int) - 1) AS desk(seat)
        WHERE NOT EXISTS (
            SELECT 1 FROM seats
            WHERE slot_id = :slot AND seat = desk.seat AND (state = 'booked' OR expires_at > :now)
        )
        LIMIT 1
        ON CONFLICT (slot_id, seat) DO UPDATE
            SET hold_id = excluded.hold_id, holder = excluded.holder, expires_at = excluded.expires_at,
                free_at = excluded.free_at, held_since = excluded.held_since, person_key = excluded.person_key,
                origin = excluded.origin, reserved = true
            WHERE seats.state = 'held' AND seats.expires_at <= :now
        RETURNING hold_id
    ), offered AS (
        UPDATE waiting_list
        SET status = 'offered', offers = offers + 1, offer_hold = :hold, offer_slot = :slot,
            offer_expires_at = :expires_at
        WHERE id = :ticket AND EXISTS (SELECT 1 FROM claimed)
    ), told AS (
        INSERT INTO appointment_events (at, kind, subject, slot_id, office_id, channel, starts_at)
        SELECT :now, 'offered', md5(hold_id), :slot, :office, :channel, :starts_at FROM claimed
    )
    SELECT hold_id FROM claimed
""")

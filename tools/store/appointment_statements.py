"""The SQL of the appointment book. ``:now`` is always the injected clock's."""

from sqlalchemy import text

FULL = text("""
    SELECT slot_id FROM seats
    WHERE office_id = :office AND channel = :channel AND starts_at BETWEEN :first AND :last
      AND (state = 'booked' OR free_at > :now)
    GROUP BY slot_id HAVING count(*) >= :desks
""")

LOCK = text(
    "SELECT pg_advisory_xact_lock(hashtextextended(name, 20261125)) FROM unnest(CAST(:names AS text[])) AS name"
)
"""Two holds of the same holder, origin or person run in turn: the second sees the first."""

CLAIM = text("""
    WITH renewed AS (
        UPDATE seats SET expires_at = least(:expires_at, held_since + :longest),
                         free_at = least(:expires_at, held_since + :longest) + :delay,
                         person_key = coalesce(:person, person_key), origin = coalesce(:origin, origin)
        WHERE holder = :holder AND slot_id = :slot AND state = 'held' AND expires_at > :now
        RETURNING hold_id, expires_at
    ), free AS (
        SELECT desk.seat FROM generate_series(0, CAST(:desks AS int) - 1) AS desk(seat)
        WHERE NOT EXISTS (
            SELECT 1 FROM seats
            WHERE slot_id = :slot AND seat = desk.seat
              AND (state = 'booked' OR (free_at > :now AND (expires_at > :now OR (holder <> :holder AND NOT :first))))
        )
    ), claimed AS (
        INSERT INTO seats (slot_id, seat, office_id, channel, starts_at, ends_at, timezone, state, hold_id, holder,
                           expires_at, free_at, held_since, person_key, origin, reserved)
        SELECT :slot, free.seat, :office, :channel, :starts_at, :ends_at, :timezone, 'held', :hold, :holder,
               :expires_at, :expires_at + CAST(:delay AS interval), :now, :person, :origin, false
        FROM free WHERE NOT EXISTS (SELECT 1 FROM renewed) ORDER BY random() LIMIT 1
        ON CONFLICT (slot_id, seat) DO UPDATE
            SET hold_id = excluded.hold_id, holder = excluded.holder, expires_at = excluded.expires_at,
                free_at = excluded.free_at, held_since = excluded.held_since, person_key = excluded.person_key,
                origin = excluded.origin, reserved = false
            WHERE seats.state = 'held'
              AND (seats.free_at <= :now OR ((seats.holder = :holder OR :first) AND seats.expires_at <= :now))
        RETURNING hold_id, expires_at
    ), released AS (
        UPDATE seats SET expires_at = :now, free_at = :now + CAST(:delay AS interval)
        WHERE holder = :holder AND state = 'held' AND slot_id <> :slot AND expires_at > :now
          AND EXISTS (SELECT 1 FROM claimed)
        RETURNING *
    ), told AS (
        INSERT INTO appointment_events (at, kind, subject, slot_id, office_id, channel, starts_at)
        SELECT :now, 'held', md5(hold_id), :slot, :office, :channel, :starts_at FROM claimed
        UNION ALL
        SELECT :now, 'released', md5(hold_id), slot_id, office_id, channel, starts_at FROM released
    )
    SELECT made.hold_id, made.expires_at, made.is_new, (SELECT count(*) FROM free) AS free,
           (SELECT person_key FROM seats
            WHERE holder = :holder AND slot_id = :slot AND state = 'held' AND expires_at > :now) AS known
    FROM (VALUES (1)) AS one LEFT JOIN (
        SELECT hold_id, expires_at, false AS is_new FROM renewed
        UNION ALL SELECT hold_id, expires_at, true FROM claimed
    ) AS made ON true
""")
"""Renew the holder's seat, or claim a free one and let the other go. ``free`` > 0 without a hold: try again.
``known``: the person of the hold before it was renewed.

A holder may take back a released seat before others see it free. So may the person who comes ``:first``.
"""

HOLDS = text("""
    SELECT EXISTS (
        SELECT 1 FROM seats WHERE holder = :holder AND slot_id = :slot AND state = 'held' AND expires_at > :now
    )
""")

RELEASE = text("""
    WITH gone AS (
        UPDATE seats SET expires_at = :now, free_at = :now + CAST(:delay AS interval)
        WHERE hold_id = :hold AND state = 'held' AND expires_at > :now
        RETURNING *
    ), declined AS (
        UPDATE waiting_list SET offer_expires_at = :now WHERE offer_hold = :hold AND EXISTS (SELECT 1 FROM gone)
    )
    INSERT INTO appointment_events (at, kind, subject, slot_id, office_id, channel, starts_at)
    SELECT :now, 'released', md5(hold_id), slot_id, office_id, channel, starts_at FROM gone
""")

_MINE = "AND state = 'held' AND expires_at > :now AND (NOT reserved OR person_key = :person)"

_SERVE = """
    ticket AS (
        SELECT id, offer_hold FROM waiting_list
        WHERE person_key = :person AND service = :service AND status IN ('waiting', 'offered')
          AND EXISTS (SELECT 1 FROM made)
        FOR UPDATE
    ), served AS (
        UPDATE waiting_list
        SET status = 'served', email = NULL, origin = NULL,
            offer_hold = NULL, offer_slot = NULL, offer_expires_at = NULL
        FROM ticket WHERE waiting_list.id = ticket.id
    ), told AS (
        INSERT INTO appointment_events (at, kind, subject, slot_id, office_id, channel, starts_at)
        SELECT :now, :kind, id, slot_id, office_id, channel, starts_at FROM made
    )
    SELECT made.*, ticket.offer_hold AS offered FROM made LEFT JOIN ticket ON true
"""
"""A person who has the appointment leaves the waiting list. ``offered``: the seat offered; see FREE_OFFERED."""

FREE_OFFERED = text("""
    WITH freed AS (
        UPDATE seats SET expires_at = :now, free_at = :now + CAST(:delay AS interval)
        WHERE hold_id = :offered AND state = 'held'
        RETURNING *
    )
    INSERT INTO appointment_events (at, kind, subject, slot_id, office_id, channel, starts_at)
    SELECT :now, 'released', md5(hold_id), slot_id, office_id, channel, starts_at FROM freed
""")
"""Free a seat that was offered to a person who no longer needs it.

A statement of its own: the one that ends the ticket may have waited for the offer, and does not see its seat.
"""

BOOK = text(f"""
    WITH seat AS (
        UPDATE seats SET state = 'booked', appointment_id = :id, expires_at = NULL, free_at = NULL, reserved = false
        WHERE hold_id = :hold {_MINE}
        RETURNING *
    ), made AS (
        INSERT INTO appointments (
            id, locator, key, fingerprint, person_key, document_hint, slot_id, office_id, channel, starts_at, ends_at,
            timezone, service, need, status, hold_id, contact_name, contact_phone, contact_email, created_at, language
        )
        SELECT :id, :locator, :key, :fingerprint, :person, :hint, slot_id, office_id, channel, starts_at, ends_at,
               timezone, :service, :need, 'booked', hold_id, :name, :phone, :email, :now, :language
        FROM seat
        RETURNING *
    ), kept AS (
        INSERT INTO interactions (system, reference, person_key, at, channel, need, outcome, appointment)
        SELECT 'isac', 'appointment:' || id, person_key, :now, channel, need, 'appointment', id FROM made
        ON CONFLICT (system, reference) DO NOTHING
    ), {_SERVE}
""")
"""Who books has an interaction with it, or neither."""

BY_KEY = text("SELECT * FROM appointments WHERE key = :key")

RETIRE_PAST = text("""
    UPDATE appointments SET status = 'past'
    WHERE person_key = :person AND service = :service AND status = 'booked' AND ends_at <= :now
""")

FIND_ANY = text("SELECT * FROM appointments WHERE locator = :locator AND person_key = :person")

FIND = text("""
    SELECT * FROM appointments
    WHERE locator = :locator AND person_key = :person AND status = 'booked' AND ends_at > :now
""")

FIND_FOR_UPDATE = text(FIND.text + " FOR UPDATE")

HELD = text(f"SELECT slot_id FROM seats WHERE hold_id = :hold {_MINE} FOR UPDATE")

FREE_SEAT = text("""
    UPDATE seats
    SET state = 'held', appointment_id = NULL, holder = '', person_key = NULL, origin = NULL,
        expires_at = :now, free_at = :now + CAST(:delay AS interval)
    WHERE appointment_id = :id
""")

TAKE_SEAT = text("""
    UPDATE seats SET state = 'booked', appointment_id = :id, expires_at = NULL, free_at = NULL, reserved = false
    WHERE hold_id = :hold
""")

MOVE = text(f"""
    WITH made AS (
        UPDATE appointments
        SET slot_id = :slot, office_id = :office, channel = :channel, starts_at = :starts_at, ends_at = :ends_at,
            timezone = :timezone, hold_id = :hold
        WHERE id = :id
        RETURNING *
    ), {_SERVE}
""")

CANCEL = text("""
    WITH gone AS (
        UPDATE appointments SET status = 'cancelled'
        WHERE locator = :locator AND person_key = :person AND status = 'booked'
        RETURNING *
    ), freed AS (
        UPDATE seats
        SET state = 'held', appointment_id = NULL, holder = '', person_key = NULL, origin = NULL,
            expires_at = :now, free_at = :now + CAST(:delay AS interval)
        FROM gone WHERE seats.appointment_id = gone.id
    )
    INSERT INTO appointment_events (at, kind, subject, slot_id, office_id, channel, starts_at)
    SELECT :now, 'cancelled', id, slot_id, office_id, channel, starts_at FROM gone
""")

ACTIVE_OF_PERSON = text("""
    SELECT * FROM appointments
    WHERE person_key = :person AND status = 'booked' AND ends_at > :now
    ORDER BY starts_at, id
""")

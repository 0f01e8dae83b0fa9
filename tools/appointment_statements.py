"""The SQL of the appointment book. ``:now`` is always the injected clock's."""

from sqlalchemy import text

FULL = text("""
    SELECT slot_id FROM seats
    WHERE office_id = :office AND channel = :channel AND starts_at BETWEEN :first AND :last
      AND (state = 'booked' OR expires_at > :now)
    GROUP BY slot_id HAVING count(*) >= :desks
""")

LOCK_HOLDER = text("SELECT pg_advisory_xact_lock(hashtextextended(:holder, 20261125))")
"""Two holds of one holder wait for each other: the second one sees the first and lets it go."""

CLAIM = text("""
    WITH renewed AS (
        UPDATE seats SET expires_at = :expires_at
        WHERE holder = :holder AND slot_id = :slot AND state = 'held' AND expires_at > :now
        RETURNING hold_id
    ), free AS (
        SELECT desk.seat FROM generate_series(0, CAST(:desks AS int) - 1) AS desk(seat)
        WHERE NOT EXISTS (
            SELECT 1 FROM seats
            WHERE slot_id = :slot AND seat = desk.seat AND (state = 'booked' OR expires_at > :now)
        )
    ), claimed AS (
        INSERT INTO seats (slot_id, seat, office_id, channel, starts_at, ends_at, timezone,
                           state, hold_id, holder, expires_at)
        SELECT :slot, free.seat, :office, :channel, :starts_at, :ends_at, :timezone,
               'held', :hold, :holder, :expires_at
        FROM free WHERE NOT EXISTS (SELECT 1 FROM renewed) ORDER BY random() LIMIT 1
        ON CONFLICT (slot_id, seat) DO UPDATE
            SET hold_id = excluded.hold_id, holder = excluded.holder, expires_at = excluded.expires_at
            WHERE seats.state = 'held' AND seats.expires_at <= :now
        RETURNING hold_id
    ), released AS (
        DELETE FROM seats
        WHERE holder = :holder AND state = 'held' AND slot_id <> :slot AND EXISTS (SELECT 1 FROM claimed)
    )
    SELECT coalesce((SELECT hold_id FROM renewed), (SELECT hold_id FROM claimed)) AS hold_id,
           (SELECT count(*) FROM free) AS free
""")
"""Renew the holder's seat, or claim a free one and let the other go. ``free`` > 0 without a hold: try again."""

RELEASE = text("DELETE FROM seats WHERE hold_id = :hold AND state = 'held'")

BOOK = text("""
    WITH seat AS (
        UPDATE seats SET state = 'booked', appointment_id = :id, expires_at = NULL
        WHERE hold_id = :hold AND state = 'held' AND expires_at > :now
        RETURNING *
    )
    INSERT INTO appointments (
        id, locator, key, fingerprint, person_key, document_hint, slot_id, office_id, channel, starts_at, ends_at,
        timezone, service, need, status, hold_id, contact_name, contact_phone, contact_email, created_at
    )
    SELECT :id, :locator, :key, :fingerprint, :person, :hint, slot_id, office_id, channel, starts_at, ends_at,
           timezone, :service, :need, 'booked', hold_id, :name, :phone, :email, :now
    FROM seat
    RETURNING *
""")

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

HELD = text("""
    SELECT slot_id FROM seats WHERE hold_id = :hold AND state = 'held' AND expires_at > :now FOR UPDATE
""")

FREE_SEAT = text("DELETE FROM seats WHERE appointment_id = :id")

TAKE_SEAT = text("UPDATE seats SET state = 'booked', appointment_id = :id, expires_at = NULL WHERE hold_id = :hold")

MOVE = text("""
    UPDATE appointments
    SET slot_id = :slot, office_id = :office, channel = :channel, starts_at = :starts_at, ends_at = :ends_at,
        timezone = :timezone, hold_id = :hold
    WHERE id = :id
    RETURNING *
""")

CANCEL = text("""
    WITH gone AS (
        UPDATE appointments SET status = 'cancelled'
        WHERE locator = :locator AND person_key = :person AND status = 'booked'
        RETURNING id
    )
    DELETE FROM seats USING gone WHERE seats.appointment_id = gone.id
""")

ACTIVE_OF_PERSON = text("""
    SELECT * FROM appointments
    WHERE person_key = :person AND status = 'booked' AND ends_at > :now
    ORDER BY starts_at, id
""")

-- The archive is read through in the order of recording.
create index customs_event_by_recording on customs_event (recorded_at, id);

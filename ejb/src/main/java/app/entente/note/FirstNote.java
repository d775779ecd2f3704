package app.entente.note;

import app.entente.meeting.Meeting;

/** A note that was written before its workspace came here. */
public record FirstNote(Meeting meeting, Entry.Author author, EntryContent content) {
}

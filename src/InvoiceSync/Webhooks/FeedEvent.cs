namespace InvoiceSync.Webhooks;

/// <summary>
/// One public event. Sequence numbers the company's events without gaps; ObjectSequence those of the object it is about. Data is the event's
/// own payload as JSON in the public form: ids as texts, names in snake_case.
/// </summary>
public sealed record FeedEvent(FeedEventId Id, string Type, DateTimeOffset At, long Sequence, string ObjectType, string ObjectId, long ObjectSequence, string Data);

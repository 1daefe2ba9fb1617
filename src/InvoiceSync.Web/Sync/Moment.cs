namespace InvoiceSync.Web.Sync;

/// <summary>One thing that happened to a sale: when, with which picture and tone, what, and the details behind it.</summary>
public sealed record Moment(DateTimeOffset At, string Icon, string Tone, string Text, string? Detail = null);

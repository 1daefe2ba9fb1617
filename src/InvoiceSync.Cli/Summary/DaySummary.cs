namespace InvoiceSync.Cli.Summary;

/// <summary>The answer of POST /api/notifications/summary.</summary>
sealed record DaySummary(DateOnly Date, int Told, int Sales, IReadOnlyList<DayTotal> Totals, int Accepted, int OnTheWay, int Refused, int Kept, int Parked, int WaitingForPerson);

/// <summary>What was sold in one currency.</summary>
sealed record DayTotal(decimal Amount, string Currency);

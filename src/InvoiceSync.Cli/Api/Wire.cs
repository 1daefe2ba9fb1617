namespace InvoiceSync.Cli.Api;

/// <summary>A page of /api/stripe/invoices and /api/stripe/charges.</summary>
sealed record SalePage(IReadOnlyList<SaleRow> Data, bool HasMore, string? NextCursor);

/// <summary>One sale of the list, as far as the command line looks at it.</summary>
sealed record SaleRow(
    string Id,
    string? Number,
    string CustomerName,
    decimal AmountTotal,
    string Currency,
    string SourceType,
    DateTimeOffset Created,
    string SaleId,
    string State,
    string? Reason,
    string? InvoiceId);

/// <summary>The answer of POST /api/invoices/process.</summary>
sealed record Processed(string? Id, string? SaleId, string Status, string? ReasonCode, string? Reason);

/// <summary>The answers of POST /api/sync and GET /api/sync/{run}.</summary>
sealed record SyncStarted(string Id);

sealed record SyncRun(string Id, int Found, int Read, bool Finished, string? Problem);

/// <summary>The answer of GET /health.</summary>
sealed record Health(string Status, string Version, IReadOnlyList<HealthPart> Parts);

sealed record HealthPart(string Name, bool Ok, IReadOnlyDictionary<string, long>? Numbers);

/// <summary>The answer of GET /api/stripe/test.</summary>
sealed record StripeReport(bool Passed, string Headline);

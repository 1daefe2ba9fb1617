namespace InvoiceSync.Tests.Fiscal.Schedules;

/// <summary>The worker's process ended here: what was committed stays, the rest is as if it never was.</summary>
sealed class Killed : Exception;

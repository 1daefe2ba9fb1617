namespace InvoiceSync.IntegrationTests.Fiscal.Schedules;

/// <summary>The machine is gone at this point: nothing of ours catches it, nothing after it happens.</summary>
sealed class PowerCutException() : Exception("The machine died here.");

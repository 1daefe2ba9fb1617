namespace InvoiceSync.Tests.Architecture.Planted.Stock.Model;

/// <summary>The back room of Stock.</summary>
sealed record Crate(int Size);

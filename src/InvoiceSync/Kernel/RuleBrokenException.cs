namespace InvoiceSync.Kernel;

/// <summary>Carries a refusal up to the dispatcher, which alone catches it and answers with the error inside.</summary>
public sealed class RuleBrokenException(Error error) : Exception(error.Message)
{
    public Error Error { get; } = error;
}

namespace InvoiceSync.Cli.Api;

/// <summary>The portal did not answer, did not let us in, or answered what is no answer.</summary>
sealed class ApiException(string message) : Exception(message);

/// <summary>A refusal of one request, as the portal words it.</summary>
sealed record Refusal(int Status, string Code, string Detail);

/// <summary>An answer: the value, or why not.</summary>
readonly record struct Answer<T>(T? Value, Refusal? Refusal)
{
    public T OrThrow() => Refusal is null ? Value! : throw new ApiException($"The portal refuses ({Refusal.Status} {Refusal.Code}): {Refusal.Detail}");
}

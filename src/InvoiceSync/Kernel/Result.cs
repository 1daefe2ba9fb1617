namespace InvoiceSync.Kernel;

/// <summary>What a command answers at the edge: the value, or the error that refused it.</summary>
public readonly record struct Result<T>
{
    readonly T value;

    Result(T value, Error? error) => (this.value, Error) = (value, error);

    public Error? Error { get; }

    public bool IsOk => Error is null;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default!, error);

    public TOut Match<TOut>(Func<T, TOut> ok, Func<Error, TOut> refused) => Error is null ? ok(value) : refused(Error);

    /// <summary>The value, or the refusal thrown: for callers whose own work cannot go on without it.</summary>
    public T OrThrow() => Error is null ? value : throw new RuleBrokenException(Error);
}

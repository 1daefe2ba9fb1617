namespace InvoiceSync.Cli.Doctor;

public enum Verdict
{
    Ok,
    Warn,
    Fail,
}

/// <summary>One thing the doctor looked at, what it found, and the cure when it is not well.</summary>
sealed record Finding(Verdict Verdict, string What, string? Cure = null)
{
    public static Finding Ok(string what) => new(Verdict.Ok, what);

    public static Finding Warn(string what, string cure) => new(Verdict.Warn, what, cure);

    public static Finding Fail(string what, string cure) => new(Verdict.Fail, what, cure);
}

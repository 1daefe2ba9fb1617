namespace InvoiceSync.Audit.Model;

/// <summary>What kind of actor an id stands for: a person, an API key, nobody known, or our own background work.</summary>
static class Actors
{
    public const string Person = "person";
    public const string ApiKey = "api_key";
    public const string Anonymous = "anonymous";
    public const string System = "system";

    public static string Kind(string actor) =>
        actor.StartsWith("usr_", StringComparison.Ordinal) ? Person
        : actor.StartsWith("key_", StringComparison.Ordinal) ? ApiKey
        : actor == "nobody" ? Anonymous
        : System;
}

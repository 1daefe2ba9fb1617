using InvoiceSync.Web.Hosting;

if (StartWords.Stray(args) is { } word)
{
    await Console.Error.WriteLineAsync(StartWords.Refusal(word));
    return StartWords.Misused;
}

await using var portal = await PortalHost.Build(args);
await portal.RunAsync();
return 0;

using InvoiceSync.Web.Hosting;

await using var portal = await PortalHost.Build(args);
await portal.RunAsync();

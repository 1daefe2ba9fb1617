using InvoiceSync.Sandbox.Hosting;

return await CommandLine.Run(args);

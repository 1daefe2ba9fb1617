using System.Runtime.Versioning;

// Signals, file modes and /proc: the integration tests are Linux programs.
[assembly: SupportedOSPlatform("linux")]

Console.Error.WriteLine("Start-up project of `dotnet ef migrations`: see docs/operations.md.");

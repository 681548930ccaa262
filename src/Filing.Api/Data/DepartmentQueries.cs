using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Data;

public static class DepartmentQueries
{
    /// <summary>The departments that every town has, created with it.</summary>
    public static void MakeDepartments(this FilingDb db, string town, Actor actor, DateTimeOffset now)
    {
        foreach (var department in Department.DefaultsOf(town))
        {
            department.Begin("made", actor, now);
            db.Departments.Add(department);
        }
    }

    public static Task<bool> HasDepartment(this FilingDb db, string town, string code, CancellationToken cancel) =>
        db.Departments.AnyAsync(known => known.Town == town && known.Code == code, cancel);
}

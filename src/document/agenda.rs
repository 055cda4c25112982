//! Ways to the tasks: by body, by deadline, overdue at a day.

use super::{Agency, Date, Day, Document, Task};

impl Document {
    /// The tasks in which a body leads or co-operates, in source order. `name` is compared with the words
    /// of the document and with the full name.
    ///
    /// ```
    /// let plan = "KẾ HOẠCH\nI. PHÂN CÔNG\n1. Văn phòng chủ trì, phối hợp với Thanh tra lập danh sách.\n";
    /// let document = kehoach::parse(plan).document;
    /// assert_eq!(document.tasks_of("Thanh tra").count(), 1);
    /// assert_eq!(document.tasks_of("Phòng Nội vụ").count(), 0);
    /// ```
    pub fn tasks_of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Task> {
        let is = move |agency: &Agency| agency.name == name || agency.text == name;
        self.tasks.iter().filter(move |task| task.lead.iter().chain(&task.cooperating).any(is))
    }

    /// The tasks with a last day, the earliest first; a task with several deadlines stands once for each.
    ///
    /// ```
    /// let plan = "KẾ HOẠCH\nI. PHÂN CÔNG\n1. Văn phòng báo cáo trước ngày 15/6/2025.\n2. Phòng Nội vụ rà soát hồ sơ trước ngày 01/4/2025.\n";
    /// let document = kehoach::parse(plan).document;
    /// let days: Vec<String> =
    ///     document.tasks_by_deadline().iter().map(|(day, _)| day.to_string()).collect();
    /// assert_eq!(days, ["2025-03-31", "2025-06-14"]);
    /// ```
    pub fn tasks_by_deadline(&self) -> Vec<(Day, &Task)> {
        let mut tasks = Vec::new();
        for task in &self.tasks {
            tasks.extend(task.deadlines.iter().filter_map(Date::latest).map(|day| (day, task)));
        }
        tasks.sort_by_key(|(day, task)| (*day, task.span.start));
        tasks
    }

    /// The tasks whose last day is before `day`, the earliest first.
    ///
    /// ```
    /// let plan = "KẾ HOẠCH\nI. PHÂN CÔNG\n1. Văn phòng báo cáo trước ngày 15/6/2025.\n";
    /// let document = kehoach::parse(plan).document;
    /// assert_eq!(document.overdue("2025-06-14".parse()?).len(), 0);
    /// assert_eq!(document.overdue("2025-06-15".parse()?).len(), 1);
    /// # Ok::<(), kehoach::NoDay>(())
    /// ```
    pub fn overdue(&self, day: Day) -> Vec<(Day, &Task)> {
        let mut tasks = self.tasks_by_deadline();
        tasks.retain(|(last, _)| *last < day);
        tasks
    }
}

int f(void);
int f(void)
{
    int n = 0;
    // Count to four
    n++;
    n++;
    n++;
    n++;
    return n;
}

int table[] = {
    1,
    2,
    3,
    4,
};
